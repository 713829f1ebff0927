/* SAT points (600 to 2400) that go with a point more (of 0 to 10) from teachers: in total, through what students say
   (a b of the two regressions) and beside it; with the interval of 95 % of 5,000 samples of as many schools, drawn with
   replacement. A hash draws them: everybody gets the same. An association: who goes to a school is in all of it. */
with answers as (
  select
    respondent_id as school,
    max(customer_key) as customer_key,
    10 * avg(scale_share) filter (where survey_code = 'teachers-2011') as x,
    10 * avg(scale_share) filter (where survey_code = 'students-2011') as m
  from fct_survey_answer
  group by respondent_id
),
schools as (
  select
    row_number() over (order by school) - 1 as number,
    count(*) over () as n,
    x,
    m,
    double(attribute_text) as y
  from answers
  join fct_customer_attribute using (customer_key)
  where attribute_code = 'sat_points' and x is not null and m is not null
),
places as (
  select id as sample, pmod(xxhash64(id, number), n) as number
  from schools
  cross join range(1, 5001)
),
samples as (
  select 0 as sample, x, m, y from schools
  union all
  select sample, x, m, y from places join schools using (number)
),
moments as (
  select
    sample,
    count(*) as n,
    var_pop(x) as xx,
    var_pop(m) as mm,
    covar_pop(x, m) as xm,
    covar_pop(x, y) as xy,
    covar_pop(m, y) as my
  from samples
  group by sample
),
effects as (
  select sample, n, xm / xx * (my * xx - xy * xm) / (mm * xx - xm * xm) as through_students, xy / xx as total
  from moments
)
select
  max(n) as schools,
  round(any_value(total) filter (where sample = 0), 1) as total,
  round(any_value(total - through_students) filter (where sample = 0), 1) as beside_students,
  round(any_value(through_students) filter (where sample = 0), 1) as through_students,
  round(percentile(through_students, 0.025) filter (where sample > 0), 1) as low,
  round(percentile(through_students, 0.975) filter (where sample > 0), 1) as high
from effects
