package dev.easel.host.task;

import java.util.Optional;

/**
 * Names one order of one caller, so that repeating the order makes no second task.
 *
 * @param hash stands for the caller and the caller's name for the order; 64 hexadecimal digits
 */
public record OrderKey(String hash) {

    /**
     * Makes the key of an order.
     *
     * @param owner who orders
     * @param name the caller's name for the order
     * @return a key that no other caller has; empty for a guest without a session, who cannot be told from others
     */
    public static Optional<OrderKey> of(Owner owner, String name) {
        Optional<String> caller = owner.userId().isPresent()
                ? owner.userId().map(user -> "user " + user + " " + owner.userSeq())
                : owner.guest().map(session -> "guest " + session);
        return caller.map(prefix -> new OrderKey(Sha256.of(prefix, name)));
    }
}
