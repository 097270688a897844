-- Who was lent a token, in whose name, and when. Rows are only ever added.
create table loan (
    id              bigint generated always as identity primary key,
    lent_at         timestamptz not null,
    borrower        text        not null,
    deployment      text        not null,
    user_ref        text        not null,
    grant_id        uuid        not null,
    link_generation bigint      not null
);

create index loan_by_user on loan (deployment, user_ref, lent_at);
