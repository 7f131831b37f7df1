package dev.easel.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The two formats of OCS, both read into the same tree. */
enum OcsFormat {
    JSON {
        @Override
        JsonNode read(byte[] body) throws IOException {
            return new ObjectMapper().readTree(body).path("ocs");
        }
    },
    XML {
        @Override
        JsonNode read(byte[] body) throws IOException {
            try {
                return tree(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(body))
                        .getDocumentElement());
            } catch (SAXException | ParserConfigurationException malformed) {
                throw new IOException(malformed);
            }
        }
    };

    /** Returns what lies in the envelope: {@code meta} and {@code data}. */
    abstract JsonNode read(byte[] body) throws IOException;

    /** A list's members are all called {@code element}. */
    private static JsonNode tree(Element element) {
        List<Element> children = IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(element.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
        if (children.isEmpty()) {
            return JsonNodeFactory.instance.textNode(element.getTextContent());
        }
        if (children.get(0).getTagName().equals("element")) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            children.forEach(child -> list.add(tree(child)));
            return list;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        children.forEach(child -> object.set(child.getTagName(), tree(child)));
        return object;
    }
}
