-- removed_at: when the user was removed; 0 while not, so that a name can be given again, to another row.
CREATE TABLE easel_user (
    seq           BIGINT      NOT NULL AUTO_INCREMENT,
    name          VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    administrator BOOLEAN     NOT NULL,
    created_at    BIGINT      NOT NULL,
    removed_at    BIGINT      NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE KEY user_name (name, removed_at),
    KEY user_removed (removed_at)
);
-- selector: the public part of an app password, by which it is found. salt, secret_hash: all that is kept of the rest.
CREATE TABLE app_password (
    seq         BIGINT      NOT NULL AUTO_INCREMENT,
    selector    VARCHAR(8)  CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    user_seq    BIGINT      NOT NULL,
    salt        VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    secret_hash VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    created_at  BIGINT      NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE KEY password_selector (selector),
    KEY password_user (user_seq)
);
-- user_seq: the row of the user whose task it is; 0 for guests, and for names that no user has.
ALTER TABLE task ADD COLUMN user_seq BIGINT DEFAULT 0 NOT NULL;
