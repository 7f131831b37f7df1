package dev.easel.host.task;

/** Where the ends of tasks are left for those who hear of them; safe for use by several threads. */
interface EventOutbox {

    /** Keeps every event pending and tells nobody. */
    EventOutbox PENDING = new EventOutbox() {
        @Override
        public boolean isHeard() {
            return true;
        }

        @Override
        public void added() {}
    };

    /** Tells whether anybody hears of ends; if not, no event need be stored. */
    boolean isHeard();

    /** Says that an end was stored. */
    void added();
}
