/* Draws the figures of a page: a list of {id, kind, unit, …}, as io.linkage.jobs.page.Plot has them. */
const kit = (() => {
  // Colours that stay apart without colour vision (Okabe and Ito 2008); shapes and dashes differ too.
  const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#000000'];
  const SHAPES = ['circle', 'diamond', 'triangle', 'rect', 'roundRect', 'pin', 'arrow'];
  const DASHES = ['solid', [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [1, 4], [12, 4]];
  const INK = '#1d2733', FAINT = '#6b7785';
  const plots = [];
  const root = document.documentElement;
  const locale = root.dataset.locale, currency = root.dataset.currency;
  const format = options => value => value === null || value === undefined ? '–'
    : (value < 0 ? '\u2212' : '') + new Intl.NumberFormat(locale, options).format(Math.abs(value));
  const money = currency ? { style: 'currency', currency } : {};
  const WRITE = {
    amount: format({ ...money, maximumFractionDigits: 0, minimumFractionDigits: 0 }),
    share: format({ style: 'percent', maximumFractionDigits: 1 }),
    points: format({ maximumFractionDigits: 1 }),
    number: format({ maximumFractionDigits: 3 }),
  };
  const SHORT = { ...WRITE,
    amount: format({ ...money, notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 }),
    share: format({ style: 'percent', maximumFractionDigits: 0 }) };
  const escaped = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
  const line = (marker, name, text) => `${marker || ''}${escaped(name)}: <b>${escaped(text)}</b>`;
  const narrow = box => box.clientWidth < 480;
  const names = (list, box) => ({ type: 'category', data: list, inverse: true, axisTick: { show: false },
    axisLabel: { color: INK, width: narrow(box) ? 110 : 210, overflow: 'break', lineHeight: 13, interval: 0 } });
  const values = (unit, more) => ({ type: 'value', axisLabel: { formatter: SHORT[unit], color: FAINT, hideOverlap: true },
    splitLine: { lineStyle: { color: '#e3e7ec' } }, ...more });

  function lines(plot) {
    const hidden = { type: 'line', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, stackStrategy: 'all' };
    const bands = plot.lines.flatMap((each, place) => !each.low ? [] : [
      { ...hidden, name: '_low' + place, stack: 'band' + place, data: each.low },
      { ...hidden, name: '_high' + place, stack: 'band' + place, areaStyle: { color: COLOURS[place], opacity: .16 },
        data: each.high.map((high, at) => high === null || each.low[at] === null ? null : high - each.low[at]) }]);
    const seen = plot.lines.map((each, place) => ({ name: each.name, type: 'line', data: each.values, color: COLOURS[place],
      symbol: SHAPES[place], symbolSize: 7, lineStyle: { width: 2.5, type: DASHES[place] } }));
    return { xAxis: { type: 'category', data: plot.places, axisLabel: { color: FAINT, hideOverlap: true } },
      yAxis: values(plot.unit, { scale: true }), series: [...bands, ...seen],
      legend: { show: seen.length > 1, data: seen.map(each => each.name) },
      tooltip: { trigger: 'axis', formatter: points => [escaped(points[0].axisValueLabel),
        ...points.filter(point => !point.seriesName.startsWith('_')).map(point => {
          const each = plot.lines.find(other => other.name === point.seriesName), at = point.dataIndex;
          const ends = each.low && each.low[at] !== null
            ? ` (${WRITE[plot.unit](each.low[at])} – ${WRITE[plot.unit](each.high[at])})` : '';
          return line(point.marker, point.seriesName, WRITE[plot.unit](point.value) + ends); })].join('<br>') } };
  }

  function curves(plot) {
    const series = plot.curves.map((each, place) => ({ name: each.name, type: 'line', data: each.points, color: COLOURS[place],
      symbol: SHAPES[place], showAllSymbol: false, symbolSize: 6, showSymbol: false,
      lineStyle: { width: 2.5, type: DASHES[place] } }));
    const even = { type: 'line', name: '_even', silent: true, symbol: 'none', data: [[0, 0], [1, 1]],
      lineStyle: { color: '#9aa7b3', width: 1 } };
    return { xAxis: values('share', { min: 0, max: 1, name: plot.across, nameLocation: 'middle', nameGap: 28 }),
      yAxis: values('share', { name: plot.up, nameLocation: 'middle', nameGap: 44, nameRotate: 90 }),
      series: [...series, even], legend: { show: true, data: series.map(each => each.name) },
      tooltip: { trigger: 'axis', formatter: points => [WRITE.share(points[0].value[0]) + ' ' + escaped(plot.across),
        ...points.filter(point => point.seriesName !== '_even')
          .map(point => line(point.marker, point.seriesName, WRITE.share(point.value[1])))].join('<br>') } };
  }

  function bars(plot, box) {
    return { yAxis: names(plot.bars.map(each => each.name), box), xAxis: values(plot.unit, { splitNumber: narrow(box) ? 3 : 5 }),
      series: [{ type: 'bar', color: COLOURS[0], barMaxWidth: 26, data: plot.bars.map(each => each.value),
        label: { show: true, position: 'right', color: INK, formatter: bar => SHORT[plot.unit](bar.value) } }],
      grid: { right: 60 },
      tooltip: { trigger: 'item', formatter: bar => line('', bar.name, WRITE[plot.unit](bar.value)) } };
  }

  function funnel(plot, box) {
    const whole = plot.bars[0].value;
    return { yAxis: names(plot.bars.map(each => each.name), box), xAxis: { ...values(plot.unit), show: false, min: 0, max: whole },
      series: [
        { type: 'bar', stack: 'stage', silent: true, itemStyle: { color: 'transparent' },
          data: plot.bars.map(each => (whole - each.value) / 2) },
        { type: 'bar', stack: 'stage', color: COLOURS[0], barCategoryGap: '18%', data: plot.bars.map(each => each.value) },
        { type: 'bar', stack: 'stage', silent: true, itemStyle: { color: 'transparent' },
          data: plot.bars.map(each => ({ value: (whole - each.value) / 2, label: { show: true, position: 'insideLeft', color: INK,
            formatter: () => WRITE.share(each.value / whole) } })) }],
      grid: { right: 60 },
      tooltip: { trigger: 'item', formatter: bar => line('', bar.name, WRITE[plot.unit](plot.bars[bar.dataIndex].value)) } };
  }

  function quadrants(plot, box) {
    const groups = [...new Set(plot.spots.map(spot => spot.group))].sort();
    const border = { silent: true, symbol: 'none', lineStyle: { color: FAINT, type: 'solid', width: 1 }, label: { show: false },
      data: [{ xAxis: plot.acrossBorder }, { yAxis: plot.upBorder }] };
    const series = groups.map((group, place) => ({ name: group, type: 'scatter', symbol: SHAPES[place], symbolSize: 13,
      color: COLOURS[place], markLine: place === 0 ? border : undefined, labelLayout: { moveOverlap: 'shiftY' },
      data: plot.spots.filter(spot => spot.group === group).map(spot => ({ name: spot.name, value: [spot.across, spot.up],
        label: { show: true, position: spot.across > plot.acrossBorder ? 'left' : 'right', formatter: '{b}', color: INK,
          width: narrow(box) ? 90 : 180, overflow: 'break', lineHeight: 13 } })) }));
    return { xAxis: values('share', { scale: true, boundaryGap: ['15%', '15%'], name: plot.across, nameLocation: 'middle', nameGap: 28 }),
      yAxis: values('share', { min: 0, name: plot.up, nameLocation: 'middle', nameGap: 44, nameRotate: 90 }), series,
      legend: { show: true, data: groups },
      tooltip: { trigger: 'item', formatter: point => `${escaped(point.name)}<br>${line('', plot.across, WRITE.share(point.value[0]))}`
        + `<br>${line('', plot.up, WRITE.share(point.value[1]))}` } };
  }

  function bridge(plot, box) {
    const steps = [];
    let level = plot.opening.value;
    steps.push({ name: plot.opening.name, from: 0, to: level, state: true });
    plot.changes.forEach(change => { steps.push({ name: change.name, from: level, to: level += change.value }); });
    steps.push({ name: plot.closing.name, from: 0, to: plot.closing.value, state: true });
    const signed = step => (step.state || step.to < step.from ? '' : '+') + SHORT[plot.unit](step.state ? step.to : step.to - step.from);
    const colour = step => step.state ? FAINT : step.to < step.from ? COLOURS[1] : COLOURS[0];
    return { yAxis: names(steps.map(step => step.name), box), xAxis: values(plot.unit, { splitNumber: narrow(box) ? 3 : 5 }), grid: { right: 66 },
      series: [
        { type: 'bar', stack: 'step', stackStrategy: 'all', silent: true, itemStyle: { color: 'transparent' },
          data: steps.map(step => Math.min(step.from, step.to)) },
        { type: 'bar', stack: 'step', stackStrategy: 'all', barMaxWidth: 26, data: steps.map(step => ({ value: Math.abs(step.to - step.from),
          itemStyle: { color: colour(step) },
          label: { show: true, position: 'right', color: INK, formatter: signed(step) } })) }],
      tooltip: { trigger: 'item', formatter: bar => { const step = steps[bar.dataIndex];
        return line('', step.name, WRITE[plot.unit](step.state ? step.to : step.to - step.from)); } } };
  }

  function dots(plot, box) {
    const ends = plot.dots.map((dot, at) => dot.low === null || dot.high === null ? null
      : [{ coord: [dot.low, at] }, { coord: [dot.high, at] }]).filter(each => each !== null);
    const series = plot.marks.map((mark, place) => ({ name: mark, type: 'scatter', symbol: SHAPES[place], z: 5 + place,
      symbolSize: place === 0 ? 11 : 10, data: plot.dots.map((dot, at) => [dot.values[place], at]),
      itemStyle: place === 0 ? { color: COLOURS[0] }
        : { color: place === 1 ? '#fff' : COLOURS[place], borderColor: COLOURS[place], borderWidth: 2 } }));
    series[0].markLine = { silent: true, symbol: 'none', data: ends, animation: false,
      lineStyle: { color: COLOURS[0], width: 3, type: 'solid', opacity: .45 }, label: { show: false } };
    // Ends without a mark widen the axis.
    series.push({ type: 'scatter', name: '_ends', silent: true, symbolSize: 0,
      data: plot.dots.flatMap((dot, at) => [[dot.low, at], [dot.high, at]]).filter(end => end[0] !== null) });
    return { yAxis: { ...names(plot.dots.map(dot => dot.name), box), splitLine: { show: true, lineStyle: { color: '#eef1f4' } } },
      xAxis: values(plot.unit, { scale: true, splitNumber: narrow(box) ? 3 : 5 }), series,
      legend: { show: plot.marks.length > 1, data: plot.marks },
      tooltip: { trigger: 'item', formatter: point => { const dot = plot.dots[point.dataIndex];
        return [escaped(dot.name), ...plot.marks.map((mark, place) => line('', mark, WRITE[plot.unit](dot.values[place])
          + (place === 0 && dot.low !== null ? ` (${WRITE[plot.unit](dot.low)} – ${WRITE[plot.unit](dot.high)})` : '')))]
          .join('<br>'); } } };
  }

  const KINDS = { lines, curves, bars, funnel, quadrants, bridge, dots };
  const rows = plot => (plot.bars || plot.dots || (plot.changes && [0, 0, ...plot.changes]) || []).length;
  function draw(plot) {
    const box = document.getElementById(plot.id);
    if (rows(plot)) box.style.height = 90 + 30 * rows(plot) + 'px';
    const chart = echarts.init(box, null, { renderer: 'svg' });
    const option = () => { const own = KINDS[plot.kind](plot, box);
      return { animation: false, textStyle: { fontFamily: 'system-ui, sans-serif', color: INK }, ...own,
        legend: { top: 0, type: 'plain', textStyle: { color: INK }, itemWidth: plot.kind === 'lines' || plot.kind === 'curves' ? 28 : 14, show: false, ...own.legend },
        tooltip: { confine: true, ...own.tooltip },
        grid: { left: own.yAxis.name ? 26 : 8, right: 18, bottom: own.xAxis.name ? 30 : 8, top: own.legend && own.legend.show
          ? (narrow(box) && own.legend.data.length > 3 ? 60 : 40) : 12, containLabel: true, ...own.grid } }; };
    chart.setOption(option());
    plots.push({ chart, option });
  }
  const resized = size => plots.forEach(each => { each.chart.resize(size); each.chart.setOption(each.option(), true); });
  addEventListener('resize', () => resized());
  // Paper is about this wide; what a mouse would show is opened.
  addEventListener('beforeprint', () => { resized({ width: 660 });
    document.querySelectorAll('details').forEach(each => { each.open = true; }); });
  addEventListener('afterprint', () => resized({ width: 'auto' }));
  return { draw: figures => figures.forEach(draw) };
})();
