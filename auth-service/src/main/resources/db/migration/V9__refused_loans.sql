-- Whose token a loan was: a refusal that is reported of it says nothing of those that followed. 0, which no token has, for
-- loans from before this was kept.
alter table loan add column grant_generation bigint not null default 0;
