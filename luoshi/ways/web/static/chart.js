// The chart of a series: results as lines, targets as ticks or, where they are ranges, as bands.
"use strict";

(async () => {
  const box = document.getElementById("chart");
  const told = await (await fetch(box.dataset.source)).json();
  const ink = (name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };
  const lines = ["#b23a2e", "#2f7fa3", "#2c8a57", "#a9761b", "#7d62b8", "#c2427f", "#4f6b78"];
  let chart = null;

  function target(colour) {
    return (_, api) => {
      const [period, low, high] = [api.value(0), api.value(1), api.value(2)];
      const ends = [low, high].map((end) => (Number.isFinite(end) ? api.coord([period, end]) : null));
      const at = ends[0] || ends[1];
      if (!at) return null;
      const half = Math.min(24, api.size([1, 0])[0] * 0.32);
      const line = (y) => ({
        type: "line",
        shape: { x1: at[0] - half, x2: at[0] + half, y1: y, y2: y },
        style: { stroke: colour, lineWidth: 3, opacity: 0.75 },
      });
      if (ends[0] && ends[1] && Math.abs(ends[0][1] - ends[1][1]) > 1) {
        const top = Math.min(ends[0][1], ends[1][1]);
        return {
          type: "group",
          children: [
            { type: "rect", shape: { x: at[0] - half, y: top, width: 2 * half, height: Math.abs(ends[0][1] - ends[1][1]) }, style: { fill: colour, opacity: 0.18 } },
            line(ends[0][1]), line(ends[1][1]),
          ],
        };
      }
      // An open bound has a short arm towards what is allowed.
      const children = [line(at[1])];
      if (!ends[0] || !ends[1]) {
        const away = ends[0] ? -10 : 10;
        children.push({ type: "line", shape: { x1: at[0], x2: at[0], y1: at[1], y2: at[1] + away }, style: { stroke: colour, lineWidth: 1.5, opacity: 0.75 } });
      }
      return { type: "group", children };
    };
  }

  function draw() {
    chart?.dispose();
    chart = echarts.init(box, null, { renderer: "canvas" });
    const soft = ink("soft"), grid = ink("line"), sheet = ink("sheet"), dark = ink("ink");
    const many = told.places.length > 1;
    const series = told.places.flatMap((place, number) => {
      const colour = lines[number % lines.length];
      const name = many ? place.place : box.dataset.results;
      return [
        { type: "line", name, color: colour, symbol: "circle", symbolSize: 8, lineWidth: 2, connectNulls: true, z: 3,
          label: { show: !many, position: "top", color: dark, formatter: (point) => point.data.value[1].toLocaleString(undefined, { maximumFractionDigits: 2 }) },
          data: place.results.map((each) => ({ value: [each.period, each.high === each.low ? each.low : (each.low + each.high) / 2], told: each })) },
        { type: "custom", name: many ? place.place : box.dataset.targets, color: colour, renderItem: target(colour), z: 2,
          encode: { x: 0, y: [1, 2] },
          data: place.targets.map((each) => ({ value: [each.period, each.low ?? NaN, each.high ?? NaN], told: each, target: true })) },
      ];
    });
    chart.setOption({
      animationDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 500,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: dark },
      grid: { left: 8, right: 24, top: 48, bottom: 8, containLabel: true },
      legend: {
        top: 4, right: 8, textStyle: { color: soft }, inactiveColor: grid,
        data: many ? told.places.map((place) => place.place) : [box.dataset.results, { name: box.dataset.targets, icon: "path://M0 8h20v3h-20z" }],
      },
      tooltip: {
        trigger: "item", renderMode: "richText", backgroundColor: sheet, borderColor: grid, textStyle: { color: dark, fontSize: 13 },
        formatter: (point) => {
          const each = point.data.told;
          const others = each.others?.length ? `\n(${each.others.join(" · ")})` : "";
          return `${each.period}  ${point.data.target ? box.dataset.targets : box.dataset.results}\n${each.value}${others}\n${each.document}`;
        },
      },
      xAxis: { type: "category", data: told.periods, axisLine: { lineStyle: { color: grid } }, axisTick: { show: false }, axisLabel: { color: soft } },
      yAxis: { type: "value", scale: true, name: told.unit, nameTextStyle: { color: soft, align: "left" }, axisLabel: { color: soft }, splitLine: { lineStyle: { color: grid } } },
      series,
    });
    chart.on("click", (point) => {
      const [document_, key] = point.data.told.id.split(":");
      location.href = `${base}/documents/${document_}?record=${key}#c${point.data.told.start}`;
    });
  }

  draw();
  addEventListener("resize", () => chart.resize());
  document.addEventListener("luoshi:theme", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  document.getElementById("png").addEventListener("click", (event) => {
    const link = document.createElement("a");
    link.href = chart.getDataURL({ pixelRatio: 2, backgroundColor: ink("sheet") });
    link.download = event.target.dataset.name;
    link.click();
  });
})();
