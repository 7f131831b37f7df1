-- ended_at: when the task became successful or failed; NULL before. An index on it costs nothing when a run begins.
ALTER TABLE task ADD COLUMN ended_at BIGINT;
UPDATE task SET ended_at = changed_at WHERE status IN (3, 4);
DROP INDEX task_ended ON task;
CREATE INDEX task_ended ON task (ended_at);
