-- Event logs are replayed by a tool, which keeps its progress in a schema of its own. A replay begun before this release
-- is not gone on with: it was a measurement, and its orders stay.

drop table replay_refusal;
drop table replay_case;
