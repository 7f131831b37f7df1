package dev.easel.diffusion.png;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** The texts that {@code javax.imageio} finds in a PNG file. */
final class ReadTexts {
    private ReadTexts() {}

    static List<String> of(byte[] png) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in);
            NodeList entries = ((Element) reader.getImageMetadata(0).getAsTree("javax_imageio_1.0"))
                    .getElementsByTagName("TextEntry");
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < entries.getLength(); i++) {
                NamedNodeMap entry = entries.item(i).getAttributes();
                texts.add(entry.getNamedItem("keyword").getNodeValue() + "="
                        + entry.getNamedItem("value").getNodeValue());
            }
            return texts;
        } finally {
            reader.dispose();
        }
    }
}
