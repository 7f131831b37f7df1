-- The latest calls that count against each limit of each caller: as many as the limit allows, the newest first, each 13
-- digits of milliseconds. expires_at is rounded up to minutes, so that most calls leave its index alone.
CREATE TABLE call_log (
    limit_key  VARCHAR(130) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    moments    VARCHAR(520) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    expires_at BIGINT       NOT NULL,
    PRIMARY KEY (limit_key),
    KEY call_log_expired (expires_at)
);
