-- event_due: from when on a host may deliver the event of the task's end; NULL where there is none to deliver.
-- order_key, order_content: SHA-256 of who ordered the task under which key, and of what was ordered.
ALTER TABLE task ADD COLUMN event_due BIGINT;
ALTER TABLE task ADD COLUMN order_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
ALTER TABLE task ADD COLUMN order_content VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX task_events ON task (event_due);
CREATE UNIQUE INDEX task_orders ON task (order_key);
