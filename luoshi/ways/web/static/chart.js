// The chart of a series: results as lines broken where years are missing, what was expected as hollow points, open
// bounds as triangles that point to what is allowed, targets as ticks or, where they are ranges, as bands.
"use strict";

(async () => {
  const box = document.getElementById("chart");
  const told = await (await fetch(box.dataset.source)).json();
  const words = box.dataset;
  const ink = (name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };
  const colours = ["#b23a2e", "#2f7fa3", "#2c8a57", "#a9761b", "#7d62b8", "#c2427f", "#4f6b78", "#8a9a1f", "#1f9a93", "#d9692b", "#5a6fd0", "#8b5a3c"];
  const shapes = ["circle", "rect", "diamond", "roundRect"];
  const many = told.places.length > 1;
  const isOpen = (each) => each.low === null || each.high === null;
  const height = (each) => (each.low === null ? each.high : each.high === null ? each.low : (each.low + each.high) / 2);
  const results = told.places.flatMap((place) => place.results);
  const hasForecasts = results.some((each) => each.status === "forecast");
  const hasBounds = results.some(isOpen);
  const times = told.places.flatMap((place) => [...place.results, ...place.targets]).map((each) => each.at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const edge = told.yearly ? 1 : 0; // a year stands in the middle of its place, so one more is left free on both sides
  let chart = null;

  // Between values more than a year apart the line is broken: nobody said what was there.
  function line(place, sheet, colour) {
    const data = [];
    let before = null;
    for (const each of place.results.filter((one) => !isOpen(one))) {
      if (before !== null && each.at - before > 1.001) data.push([(each.at + before) / 2, null]);
      before = each.at;
      const hollow = each.status === "forecast";
      data.push({ value: [each.at, height(each)], told: each, itemStyle: hollow ? { color: sheet, borderColor: colour, borderWidth: 2 } : undefined });
    }
    return data;
  }

  function target(colour) {
    return (_, api) => {
      const [at, low, high] = [api.value(0), api.value(1), api.value(2)];
      const ends = [low, high].map((end) => (Number.isFinite(end) ? api.coord([at, end]) : null));
      const here = ends[0] || ends[1];
      if (!here) return null;
      const half = Math.min(24, told.yearly ? api.size([1, 0])[0] * 0.32 : 10);
      const tick = (y) => ({
        type: "line",
        shape: { x1: here[0] - half, x2: here[0] + half, y1: y, y2: y },
        style: { stroke: colour, lineWidth: 3, opacity: 0.75 },
      });
      if (ends[0] && ends[1] && Math.abs(ends[0][1] - ends[1][1]) > 1) {
        const top = Math.min(ends[0][1], ends[1][1]);
        return {
          type: "group",
          children: [
            { type: "rect", shape: { x: here[0] - half, y: top, width: 2 * half, height: Math.abs(ends[0][1] - ends[1][1]) }, style: { fill: colour, opacity: 0.18 } },
            tick(ends[0][1]), tick(ends[1][1]),
          ],
        };
      }
      // An open bound has a short arm towards what is allowed.
      const children = [tick(here[1])];
      if (!ends[0] || !ends[1]) {
        const away = ends[0] ? -10 : 10;
        children.push({ type: "line", shape: { x1: here[0], x2: here[0], y1: here[1], y2: here[1] + away }, style: { stroke: colour, lineWidth: 1.5, opacity: 0.75 } });
      }
      return { type: "group", children };
    };
  }

  function option(picture) {
    const soft = ink("soft"), grid = ink("line"), sheet = ink("sheet"), dark = ink("ink");
    const number = (value) => value.toLocaleString(undefined, { maximumFractionDigits: 2 });
    const series = told.places.flatMap((place, at) => {
      const colour = colours[at % colours.length];
      const shape = shapes[Math.floor(at / colours.length) % shapes.length];
      const name = many ? place.place : words.results;
      const label = { show: !many, position: "top", color: dark, formatter: (point) => (point.value[1] === null ? "" : number(point.value[1])) };
      return [
        { type: "line", name, color: colour, symbol: shape, symbolSize: 8, showAllSymbol: true, lineWidth: 2, connectNulls: false, z: 3, label, data: line(place, sheet, colour) },
        { type: "scatter", name: many ? place.place : words.bounds, color: colour, symbolSize: 11, z: 3, label,
          data: place.results.filter(isOpen).map((each) => ({ value: [each.at, height(each)], told: each, symbol: "triangle", symbolRotate: each.low === null ? 180 : 0 })) },
        { type: "custom", name: many ? place.place : words.targets, color: colour, renderItem: target(colour), z: 2,
          encode: { x: 0, y: [1, 2] },
          data: place.targets.map((each) => ({ value: [each.at, each.low ?? NaN, each.high ?? NaN], told: each, target: true })) },
      ];
    });
    // What the signs mean stands in the legend, of several places beside their names.
    const signs = [
      ...(told.places.some((place) => place.targets.length) ? [{ name: words.targets, icon: "path://M0 8h20v3h-20z" }] : []),
      ...(hasForecasts ? [{ name: words.forecasts, icon: "circle", itemStyle: { color: sheet, borderColor: many ? soft : colours[0], borderWidth: 2 } }] : []),
      ...(hasBounds ? [{ name: words.bounds, icon: "triangle" }] : []),
    ];
    const named = new Set(series.map((each) => each.name));
    for (const sign of signs) {
      if (!named.has(sign.name)) series.push({ type: "scatter", name: sign.name, color: many ? soft : colours[0], data: [] });
    }
    const title = picture ? 66 : 0;
    const documents = [...new Set(told.places.flatMap((place) => [...place.results, ...place.targets]).map((each) => each.document))];
    const source = words.sourceOf.replace("#", documents.slice(0, 3).join("、") + (documents.length > 3 ? ` … (${documents.length})` : ""));
    return {
      animation: !picture && !matchMedia("(prefers-reduced-motion: reduce)").matches, animationDuration: 500,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: dark },
      title: picture ? { left: 16, top: 10, itemGap: 6, text: words.title, subtext: source, textStyle: { color: dark, fontSize: 18 }, subtextStyle: { color: soft, width: box.clientWidth - 40, overflow: "truncate" } } : undefined,
      grid: { left: 8, right: 24, top: title + 68, bottom: 8, containLabel: true },
      legend: {
        type: "scroll", top: title + 4, left: 8, right: 8, textStyle: { color: soft }, inactiveColor: grid, pageTextStyle: { color: soft }, pageIconColor: soft,
        data: [...(many ? told.places.map((place) => place.place) : results.some((each) => !isOpen(each)) ? [words.results] : []), ...signs],
      },
      tooltip: {
        trigger: "item", confine: true, renderMode: "richText", backgroundColor: sheet, borderColor: grid, textStyle: { color: dark, fontSize: 13 },
        formatter: (point) => {
          const each = point.data.told;
          if (!each) return "";
          const others = each.others?.length ? `\n(${each.others.join(" · ")})` : "";
          const what = point.data.target ? words.targets : each.status === "forecast" ? words.forecasts : words.results;
          return `${many ? `${point.seriesName}  ` : ""}${each.period}  ${what}\n${each.value}${others}\n${each.document}`;
        },
      },
      xAxis: {
        type: "value", min: Math.floor(first) - edge, max: Math.ceil(last + 0.001 - edge) + edge,
        interval: Math.max(1, Math.ceil(((last - first + 2) * 48) / box.clientWidth)),
        axisLine: { lineStyle: { color: grid } }, axisTick: { show: false }, splitLine: { show: false },
        axisLabel: { color: soft, formatter: (value) => (Number.isInteger(value) && value >= first - 1 + edge && value <= last + 1 - edge ? String(value) : "") },
      },
      yAxis: { type: "value", scale: true, name: told.unit, nameTextStyle: { color: soft, align: "left" }, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: soft }, splitLine: { lineStyle: { color: grid } } },
      series,
    };
  }

  function draw() {
    chart?.dispose();
    chart = echarts.init(box, null, { renderer: "canvas" });
    chart.setOption(option(false));
    chart.on("click", (point) => {
      if (!point.data.told) return;
      const [document_, key] = point.data.told.id.split(":");
      location.href = `${base}/documents/${document_}?record=${key}#c${point.data.told.start}`;
    });
  }

  draw();
  addEventListener("resize", () => chart.resize());
  document.addEventListener("luoshi:theme", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  // The picture stands by itself: with a title and where the values are from.
  document.getElementById("png").addEventListener("click", (event) => {
    const sheet = echarts.init(document.createElement("div"), null, { renderer: "canvas", width: Math.max(box.clientWidth, 640), height: box.clientHeight + 80, devicePixelRatio: 2 });
    sheet.setOption(option(true));
    const link = document.createElement("a");
    link.href = sheet.getDataURL({ pixelRatio: 2, backgroundColor: ink("sheet") });
    link.download = event.target.dataset.name;
    link.click();
    sheet.dispose();
  });
})();
