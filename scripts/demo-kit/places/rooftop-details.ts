/** SVG of the low wall at the roof's edge, its coping lit from behind. */
export const parapet = (width: number, edge: number) =>
  `<defs><linearGradient id="pw" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2b2340"/><stop offset="1" stop-color="#15122a"/></linearGradient>` +
  `<linearGradient id="pc" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#6d4a6a"/><stop offset=".68" stop-color="#ffc58a"/><stop offset="1" stop-color="#a8657a"/></linearGradient>` +
  `<linearGradient id="ps" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#0b0918" stop-opacity=".75"/><stop offset="1" stop-color="#0b0918" stop-opacity="0"/></linearGradient></defs>` +
  `<rect x="0" y="${edge - 74}" width="${width}" height="78" fill="url(#pw)"/><rect x="0" y="${edge - 84}" width="${width}" height="16" fill="#3a2c4c"/>` +
  `<rect x="0" y="${edge - 85}" width="${width}" height="4" fill="url(#pc)"/><rect x="0" y="${edge + 2}" width="${width}" height="60" fill="url(#ps)"/>`;

const box = (x: number, y: number, width: number, height: number) => {
  const slats = Array.from(
    { length: 7 },
    (_, i) =>
      `<rect x="${x + 16}" y="${y + 24 + (i * (height - 48)) / 7}" width="${width - 32}" height="6" fill="#0f0d1d"/>`,
  ).join('');
  return (
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5" fill="#1d1930"/>` +
    `<rect x="${x}" y="${y}" width="${width}" height="5" fill="#a3685f"/><rect x="${x + width - 4}" y="${y}" width="4" height="${height}" fill="#d98a63"/>${slats}`
  );
};

const tank =
  '<g fill="#171328"><path d="M1650 470L1735 412L1820 470Z"/><rect x="1662" y="468" width="146" height="170"/>' +
  '<path d="M1672 638h12l-10 200h-12ZM1786 638h12l10 200h-12ZM1729 638h12v200h-12Z"/><path d="M1668 820L1800 650l6 6L1676 828Z"/></g>' +
  '<path d="M1650 470L1735 412V418L1662 470ZM1662 470h5v168h-5Z" fill="#e08a5d"/>' +
  '<g stroke="#2d2540" stroke-width="4"><path d="M1662 520H1808M1662 580H1808"/></g>';

/** SVG of what stands on the roof: ventilation boxes, a pipe, a water tank on the next roof. */
export const furniture = (edge: number) =>
  tank +
  `<ellipse cx="170" cy="${edge + 62}" rx="260" ry="22" fill="#07060f" opacity=".6"/>` +
  box(-30, edge - 170, 210, 232) +
  box(206, edge - 96, 130, 152) +
  `<path d="M366 ${edge + 34}V${edge - 130}q0 -30 30 -30h26v22h-20q-12 0 -12 12V${edge + 34}Z" fill="#211b35"/>`;

/** SVG of a string of warm bulbs hung across the picture. */
export const festoon = (width: number) => {
  const sag = (t: number, from: number, to: number, depth: number) =>
    from + (to - from) * t + depth * 4 * t * (1 - t);
  const cable = (from: number, to: number, depth: number) =>
    Array.from({ length: 61 }, (_, i) => ({
      x: (width * i) / 60,
      y: sag(i / 60, from, to, depth),
    }));
  const lines = [cable(120, 300, 130), cable(330, 60, 170)];
  const glowDefs =
    '<defs><radialGradient id="bulb"><stop offset="0" stop-color="#fff3d6"/><stop offset=".12" stop-color="#ffd78f" stop-opacity=".95"/><stop offset=".3" stop-color="#ffae55" stop-opacity=".32"/><stop offset="1" stop-color="#ff9a3d" stop-opacity="0"/></radialGradient></defs>';
  return (
    glowDefs +
    lines
      .map((points) => {
        const wire = points.map(({ x, y }, i) => `${i ? 'L' : 'M'}${x} ${y.toFixed(1)}`).join('');
        const bulbs = points
          .filter((_, i) => i % 4 === 2)
          .map(({ x, y }) => `<circle cx="${x}" cy="${y + 18}" r="58" fill="url(#bulb)"/>`)
          .join('');
        return `<path d="${wire}" fill="none" stroke="#0d0b1c" stroke-width="3.5"/>${bulbs}`;
      })
      .join('')
  );
};
