/* What goes with a point more (of 0 to 10) from teachers or parents: correlation, least squares, and the error of the
   effect, plain and by school district (CR1). It compares schools with each other: one wave is one period, and
   mart_service_profit_chain, which compares each unit with itself, has no figure of it. An association: the
   neighbourhood of a school is in all of it. */
with schools as (
  select
    respondent_id as school,
    left(respondent_id, 2) as district,
    10 * avg(scale_share) filter (where survey_code = 'teachers-2011') as teacher,
    10 * avg(scale_share) filter (where survey_code = 'parents-2011') as parent,
    10 * avg(scale_share) filter (where survey_code = 'students-2011') as student
  from fct_survey_answer
  group by respondent_id
),
pairs as (
  select 'teacher to parent' as link, district, teacher as x, parent as y from schools
  union all
  select 'teacher to student', district, teacher, student from schools
  union all
  select 'parent to student', district, parent, student from schools
),
known as (
  select * from pairs where x is not null and y is not null
),
lines as (
  select
    link,
    count(*) as n,
    corr(x, y) as r,
    avg(x) as mean_x,
    regr_slope(y, x) as slope,
    regr_intercept(y, x) as intercept,
    regr_sxx(y, x) as sxx
  from known
  group by link
),
districts as (
  select link, district, sum((x - mean_x) * (y - intercept - slope * x)) as score
  from known
  join lines using (link)
  group by link, district
),
clusters as (
  select link, count(*) as g, sum(score * score) as squares from districts group by link
)
select
  link,
  n as schools,
  g as districts,
  round(r, 3) as correlation,
  round(slope, 4) as effect,
  round(abs(slope) * sqrt((1 / (r * r) - 1) / (n - 2)), 4) as plain_error,
  round(sqrt(g / (g - 1) * (n - 1) / (n - 2) * squares) / sxx, 4) as district_error
from lines
join clusters using (link)
order by link
