-- additive: yes
-- When a dialog's state was last kept, machine time, so that old ones are cleared away; null where an older version kept it.

ALTER TABLE dialogs ADD COLUMN kept_at bigint;

CREATE INDEX dialogs_by_age ON dialogs (kept_at);
