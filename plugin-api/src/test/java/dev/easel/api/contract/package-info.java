/**
 * What plugin authors test with: the contract that every provider keeps, and stand-ins for what a host gives.
 *
 * <p>Extend {@link dev.easel.api.contract.ProviderContract}; it is in the test artifact of the plugin API and needs
 * JUnit Jupiter on the class path of the tests.
 */
@NullMarked
package dev.easel.api.contract;

import org.jspecify.annotations.NullMarked;
