alter table customer add primary key (customer_no);
alter table order_line add primary key (order_no, line_no);
alter table interaction add primary key (interaction_no);
analyze;
create role linkage_reader login;
grant select on all tables in schema public to linkage_reader;
alter role linkage_reader set default_transaction_read_only = on;
