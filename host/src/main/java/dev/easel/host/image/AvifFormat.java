package dev.easel.host.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * AV1 Image File Format: an ISO base media file of brand {@code avif} or {@code avis} whose boxes {@code meta},
 * {@code iprp}, {@code ipco} hold a size ({@code ispe}) for each picture in the file.
 *
 * <p>The largest size counts: it is the whole picture's, beside which thumbnails, tiles and masks may lie. A sequence
 * without a still picture has none and is refused.
 *
 * <p>Source: AV1 Image File Format, AOMedia, sections 2.1 and 6 (brands); ISO/IEC 14496-12, section 4.3 ({@code ftyp});
 * ISO/IEC 23008-12, sections 6.5.3 ({@code ispe}) and 9.3 ({@code iprp}, {@code ipco}).
 */
final class AvifFormat implements ImageFormat {

    private static final byte[] FTYP = {'f', 't', 'y', 'p'};
    private static final int VERSION_AND_FLAGS = 4;
    private static final int MINOR_VERSION = 4;
    private static final int SIDES = 8;

    @Override
    public String name() {
        return "AVIF";
    }

    @Override
    public String mediaType() {
        return "image/avif";
    }

    @Override
    public boolean recognizes(HeaderBytes bytes) throws IOException, RefusedImageException {
        return bytes.matches(4, FTYP);
    }

    @Override
    public PixelSize readSize(HeaderBytes bytes) throws IOException, RefusedImageException {
        IsoBox fileType = IsoBox.read(bytes, 0, bytes.length());
        if (!isAvif(fileType, bytes)) {
            throw new RefusedImageException("it is an ISO base media file without the brand avif or avis");
        }
        IsoBox meta = require("meta", bytes, fileType.end(), bytes.length());
        IsoBox properties = require("iprp", bytes, meta.contentAt() + VERSION_AND_FLAGS, meta.end());
        IsoBox container = require("ipco", bytes, properties.contentAt(), properties.end());
        return largestSize(container, bytes);
    }

    /** The major brand comes first, the compatible ones follow the minor version. */
    private static boolean isAvif(IsoBox fileType, HeaderBytes bytes) throws IOException, RefusedImageException {
        boolean found = isAvif(bytes.readName(fileType.contentAt()));
        long brand = fileType.contentAt() + 4 + MINOR_VERSION;
        while (!found && brand < fileType.end()) {
            found = isAvif(bytes.readName(brand));
            brand += 4;
        }
        return found;
    }

    private static boolean isAvif(String brand) {
        return brand.equals("avif") || brand.equals("avis");
    }

    private static IsoBox require(String type, HeaderBytes bytes, long position, long limit)
            throws IOException, RefusedImageException {
        return IsoBox.find(type, bytes, position, limit)
                .orElseThrow(() -> new RefusedImageException("it has no box " + type + " where one is required"));
    }

    private static PixelSize largestSize(IsoBox container, HeaderBytes bytes)
            throws IOException, RefusedImageException {
        IsoBox first = require("ispe", bytes, container.contentAt(), container.end());
        PixelSize largest = readSize(first, bytes);
        Optional<IsoBox> next = IsoBox.find("ispe", bytes, first.end(), container.end());
        while (next.isPresent()) {
            largest = largest.union(readSize(next.get(), bytes));
            next = IsoBox.find("ispe", bytes, next.get().end(), container.end());
        }
        return largest;
    }

    private static PixelSize readSize(IsoBox size, HeaderBytes bytes) throws IOException, RefusedImageException {
        if (size.end() - size.contentAt() < VERSION_AND_FLAGS + SIDES) {
            throw new RefusedImageException("its box ispe is too short for a width and a height");
        }
        ByteBuffer sides = bytes.read(size.contentAt() + VERSION_AND_FLAGS, SIDES);
        return new PixelSize(Integer.toUnsignedLong(sides.getInt()), Integer.toUnsignedLong(sides.getInt()));
    }
}
