-- Tables without a primary key hold the same row twice at times, or two that contradict each other: that is planted.
create index on customer (customer_no);
create index on order_line (order_no, line_no);
alter table interaction add primary key (interaction_no);
alter table product add primary key (product_no);
alter table fx_rate add primary key (currency, rate_date);
alter table campaign add primary key (campaign);
create index on campaign_contact (campaign, customer_no);
alter table touchpoint add primary key (touch_no);
alter table feedback add primary key (feedback_no);
create index on subscription (customer_no);
alter table customer_attribute add primary key (customer_no, observed);
create index on consent (customer_no);
analyze;
create role linkage_reader login;
grant select on all tables in schema public to linkage_reader;
alter role linkage_reader set default_transaction_read_only = on;
