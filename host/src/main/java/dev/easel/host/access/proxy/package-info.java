/** What reverse proxies say about the requests that they pass on, and which of it is believed. */
@NullMarked
package dev.easel.host.access.proxy;

import org.jspecify.annotations.NullMarked;
