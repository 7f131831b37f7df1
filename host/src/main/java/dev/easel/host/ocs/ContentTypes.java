package dev.easel.host.ocs;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpHeader;

/** Sets content types to the letter: Jetty's servlet layer would take out the space and change the case. */
final class ContentTypes {
    private ContentTypes() {}

    static void set(Context context, String contentType) {
        ServletContextResponse.getServletContextResponse(context.res())
                .getWrapped()
                .getHeaders()
                .put(HttpHeader.CONTENT_TYPE, contentType);
    }
}
