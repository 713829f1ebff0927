-- The marketing database of the demo company; keys follow after the load.
create table customer (
    customer_no bigint not null,
    full_name text,
    email text,
    phone text,
    street text,
    postal_code text,
    city text,
    country char(2),
    birth_date date,
    customer_type text not null,
    segment text,
    acquisition_channel text,
    first_seen date,
    changed_at timestamptz not null
);
create table product (
    product_no text primary key,
    name text not null,
    category text,
    list_price numeric(12, 2),
    unit_cost numeric(14, 4),
    margin_class text,
    family text
);
create table order_line (
    order_no text not null,
    line_no integer not null,
    customer_no bigint not null,
    product_no text not null,
    ordered_at timestamptz not null,
    quantity integer not null,
    unit_price numeric(12, 2) not null,
    unit_cost numeric(14, 4),
    currency char(3) not null,
    channel text,
    changed_at timestamptz not null
);
create table interaction (
    interaction_no text not null,
    customer_no bigint,
    employee_no text,
    contacted_at timestamptz not null,
    channel text,
    reason text,
    handling_seconds integer,
    waiting_seconds integer,
    solved boolean
);
create table fx_rate (
    currency char(3) not null,
    rate_date date not null,
    rate numeric(18, 8) not null,
    primary key (currency, rate_date)
);
