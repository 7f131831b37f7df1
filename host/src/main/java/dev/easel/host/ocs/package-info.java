/** The OCS envelope and the Text-To-Image endpoints of Nextcloud's API. */
@NullMarked
package dev.easel.host.ocs;

import org.jspecify.annotations.NullMarked;
