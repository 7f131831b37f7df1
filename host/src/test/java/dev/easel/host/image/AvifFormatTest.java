package dev.easel.host.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

import static dev.easel.host.image.ImageSamples.bytes;
import static dev.easel.host.image.ImageSamples.concat;
import static dev.easel.host.image.Inspections.inspect;
import static dev.easel.host.image.Inspections.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

class AvifFormatTest {

    private static final byte[] FTYP = box("ftyp", text("avif"), new byte[4], text("mif1"));
    private static final byte[] VERSION = new byte[4];

    @Test
    void theBrandMayBeACompatibleOne() throws Exception {
        byte[] fileType = box("ftyp", text("mif1"), new byte[4], text("miaf"), text("avis"));
        assertEquals(new ImageHeader("image/avif", new PixelSize(3, 2)), inspect(concat(fileType, meta(size(3, 2)))));
    }

    @Test
    void anotherBrandIsRefused() {
        assertEquals(
                "looks like AVIF, but it is an ISO base media file without the brand avif or avis;"
                        + " write a complete image",
                refusal(box("ftyp", text("heic"), new byte[4], text("mif1"), text("heic"))));
    }

    @Test
    void theLargestSizeCounts() throws Exception {
        byte[] avif = concat(FTYP, meta(size(16, 16), box("pixi", VERSION), size(64, 32), size(8, 8)));
        assertEquals(new PixelSize(64, 32), inspect(avif).size());
    }

    @Test
    void otherBoxesAreSkippedWhereverTheyStand() throws Exception {
        byte[] properties = box("iprp", box("free"), box("ipco", size(3, 2)), box("ipma"));
        byte[] avif =
                concat(FTYP, box("mdat", new byte[99]), box("meta", VERSION, box("hdlr", new byte[25]), properties));
        assertEquals(new PixelSize(3, 2), inspect(avif).size());
    }

    @Test
    void sizesOf64BitsAreRead() throws Exception {
        byte[] avif = concat(FTYP, longBox("mdat", new byte[5]), longBox("meta", VERSION, properties(size(3, 2))));
        assertEquals(new PixelSize(3, 2), inspect(avif).size());
    }

    @Test
    void sizeZeroReachesToTheEnd() throws Exception {
        byte[] meta = meta(size(3, 2));
        ByteBuffer.wrap(meta).putInt(0, 0);
        assertEquals(new PixelSize(3, 2), inspect(concat(FTYP, meta)).size());
    }

    @Test
    void aMissingBoxIsNamed() {
        assertEquals(missing("meta"), refusal(concat(FTYP, box("mdat"))));
        assertEquals(missing("iprp"), refusal(concat(FTYP, box("meta", VERSION, box("hdlr")))));
        assertEquals(missing("iprp"), refusal(concat(FTYP, box("meta"), box("iprp", box("ipco", size(3, 2))))));
        assertEquals(missing("ipco"), refusal(concat(FTYP, box("meta", VERSION, box("iprp")))));
        assertEquals(missing("ispe"), refusal(concat(FTYP, meta(box("pixi", VERSION)))));
    }

    @Test
    void aSizeBeyondTheFileIsRefused() {
        assertEquals(
                "looks like AVIF, but the box at byte 20 has the impossible size 4294967295 within 8 bytes;"
                        + " write a complete image",
                refusal(concat(FTYP, bytes(-1, -1, -1, -1), text("meta"))));
    }

    @Test
    void aSizeBelowTheHeadersOwnIsRefused() {
        assertEquals(
                "looks like AVIF, but the box at byte 20 has the impossible size 7 within 8 bytes;"
                        + " write a complete image",
                refusal(concat(FTYP, bytes(0, 0, 0, 7), text("meta"))));
    }

    @Test
    void hostileSizesOf64BitsAreRefused() {
        for (String size : new String[] {"0", "15", "9223372036854775807", "9223372036854775808"}) {
            byte[] bits =
                    ByteBuffer.allocate(8).putLong(Long.parseUnsignedLong(size)).array();
            assertEquals(
                    "looks like AVIF, but the box at byte 20 has the impossible size " + size
                            + " within 16 bytes; write a complete image",
                    refusal(concat(FTYP, bytes(0, 0, 0, 1), text("meta"), bits)));
        }
    }

    @Test
    void aBoxMayNotReachBeyondTheOneThatHoldsIt() {
        byte[] meta = meta(size(3, 2));
        ByteBuffer.wrap(meta).putInt(12, 1000);
        assertEquals(
                "looks like AVIF, but the box at byte 32 has the impossible size 1000 within 36 bytes;"
                        + " write a complete image",
                refusal(concat(FTYP, meta, new byte[2000])));
    }

    @Test
    void aSizeBoxWithoutRoomForASizeIsRefused() {
        assertEquals(
                "looks like AVIF, but its box ispe is too short for a width and a height; write a complete image",
                refusal(concat(FTYP, meta(box("ispe", VERSION, new byte[7])), new byte[20])));
    }

    private static String missing(String type) {
        return "looks like AVIF, but it has no box " + type + " where one is required; write a complete image";
    }

    private static byte[] meta(byte[]... properties) {
        return box("meta", VERSION, properties(properties));
    }

    private static byte[] properties(byte[]... properties) {
        return box("iprp", box("ipco", properties));
    }

    private static byte[] size(int width, int height) {
        return box(
                "ispe",
                VERSION,
                ByteBuffer.allocate(8).putInt(width).putInt(height).array());
    }

    private static byte[] box(String type, byte[]... content) {
        byte[] all = concat(content);
        return ByteBuffer.allocate(8 + all.length)
                .putInt(8 + all.length)
                .put(text(type))
                .put(all)
                .array();
    }

    private static byte[] longBox(String type, byte[]... content) {
        byte[] all = concat(content);
        return ByteBuffer.allocate(16 + all.length)
                .putInt(1)
                .put(text(type))
                .putLong(16 + all.length)
                .put(all)
                .array();
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
