import { between, ellipse, mix, pick, polygon, type Random, rect, times, WIDTH } from "./paint";

export const waterline = 660;

/** The bridge itself: courses of stone, the ring of the arch, parapet and posts. */
export function span(random: Random, middle: number) {
  const [radius, rise, reach] = [190, 205, 560];
  const deck = (x: number) => 372 + 225 * (1 - Math.cos(Math.min(1, Math.abs(x - middle) / reach) * Math.PI)) * 0.5;
  const arch = (x: number) => waterline - rise * Math.sqrt(Math.max(0, 1 - ((x - middle) / radius) ** 2));
  const stones: string[] = [];
  for (let y = 380; y < waterline; y += 19) {
    for (let x = middle - reach - between(random, 0, 40); x < middle + reach; ) {
      const width = between(random, 28, 62);
      const centre = x + width / 2;
      const tone = mix(
        mix("#a39f8d", pick(random, ["#8b897a", "#b6b09a", "#858b74"]), random()),
        "#6e7466",
        (y - 380) / 620,
      );
      if (y > deck(centre) - 14) stones.push(rect(x, y, width - 1.6, 17.4, tone));
      x += width;
    }
  }
  const side: [number, number][] = [];
  for (let x = -reach; x <= reach; x += 8) side.push([middle + x, deck(middle + x)]);
  const hole: [number, number][] = [];
  for (let a = 180; a >= 0; a -= 3)
    hole.push([middle + Math.cos((a * Math.PI) / 180) * radius, waterline - Math.sin((a * Math.PI) / 180) * rise]);
  const clip = `M${[...side, [middle + reach, waterline], ...[...hole].reverse(), [middle - reach, waterline]].map(([x, y]) => `${x?.toFixed(1)} ${y?.toFixed(1)}`).join("L")}Z`;
  const ring = times(31, (n) => {
    const [a, b] = [((n + 0.06) * Math.PI) / 31, ((n + 0.94) * Math.PI) / 31];
    const at = (angle: number, out: number): [number, number] => [
      middle + Math.cos(angle) * (radius + out),
      waterline - Math.sin(angle) * (rise + out),
    ];
    return polygon([at(a, 0), at(b, 0), at(b, 30), at(a, 30)], mix("#bab49f", "#8d8a79", random()));
  });
  const inner = polygon(
    [
      ...hole,
      [middle + radius - 46, waterline],
      ...hole
        .map(([x, y]): [number, number] => [middle + (x - middle) * 0.86 - 22, waterline - (waterline - y) * 0.9])
        .reverse(),
    ],
    "#4f5449",
  );
  const posts = times(25, (n) => {
    const x = middle - reach + 20 + n * ((reach * 2 - 40) / 24);
    return rect(x - 6, deck(x) - 44, 12, 46, "#98947f") + rect(x + 2, deck(x) - 44, 4, 46, "#7a7868");
  });
  const line = (lift: number, width: number, colour: string) =>
    `<polyline points="${side.map(([x, y]) => `${x.toFixed(1)},${(y - lift).toFixed(1)}`).join(" ")}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
  const moss = times(34, () => {
    const x = middle + between(random, -reach, reach);
    return ellipse(
      x,
      Math.min(arch(x), waterline) - between(random, 0, 24),
      between(random, 8, 26),
      between(random, 4, 10),
      "#6d7a4c",
      'opacity="0.5"',
    );
  });
  return `<clipPath id="side"><path d="${clip}"/></clipPath>${inner}<g clip-path="url(#side)">${rect(0, 300, WIDTH, 400, "#6c6a5c")}${stones.join("")}${ring}${moss}</g>${posts}${line(36, 9, "#aaa58f")}${line(14, 14, "#8f8c79")}${line(1, 9, "#bbb5a0")}`;
}
