-- By which the loans that were kept for long enough are found, the oldest first.
create index loan_by_time on loan (lent_at);
