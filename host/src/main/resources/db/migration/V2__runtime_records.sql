-- How runs went. Outcomes: 1 successful, 2 request at fault, 3 provider at fault, 4 lacking, 5 cancelled.
CREATE TABLE runtime_record (
    seq            BIGINT       NOT NULL AUTO_INCREMENT,
    provider       VARCHAR(63)  CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    plugin_version VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    images         INT          NOT NULL,
    run_millis     BIGINT       NOT NULL,
    wait_millis    BIGINT       NOT NULL,
    outcome        TINYINT      NOT NULL,
    cold           BOOLEAN      NOT NULL,
    recorded_at    BIGINT       NOT NULL,
    PRIMARY KEY (seq),
    KEY runtime_recent (provider, outcome, cold, seq)
);
