import {
  safeSvg,
  SVG_LIMIT_BYTES,
} from '../../../../src/plugins/reference-assets/server/src/media/analysis/svg-safety';
import { MediaRefusal } from '../../../../src/plugins/reference-assets/server/src/media/refusal';
import { openPicture } from '../../../../src/plugins/reference-assets/server/src/media/decode';

const head =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"';
const wrap = (body: string): string => `${head}>${body}</svg>`;

const codeOf = (bytes: Buffer): string => {
  try {
    safeSvg(bytes);
    return 'accepted';
  } catch (error) {
    return error instanceof MediaRefusal ? error.code : String(error);
  }
};

describe('safeSvg', () => {
  it.each([
    ['a script', wrap('<script>alert(1)</script>')],
    ['a prefixed script', wrap('<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>')],
    ['a script after a false comment', wrap('<style><![CDATA[<!--]]></style><script/><!-- -->')],
    ['an event handler', `${head} onload="alert(1)"></svg>`],
    ['an event handler after a quoted bracket', wrap('<rect id=">" onclick="alert(1)"/>')],
    ['embedded HTML', wrap('<foreignObject><body/></foreignObject>')],
    [
      'an external entity',
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${wrap('<text>&x;</text>')}`,
    ],
    [
      'a billion laughs',
      `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${wrap('<text>&b;</text>')}`,
    ],
    ['a foreign DTD', `<!DOCTYPE svg SYSTEM "http://example.com/a.dtd">${wrap('')}`],
    ['an external picture', wrap('<image href="http://example.com/a.png"/>')],
    ['an external use', wrap('<use xlink:href="other.svg#a"/>')],
    ['an embedded SVG', wrap('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>')],
    ['a local file', wrap('<image xlink:href="file:///etc/passwd"/>')],
    ['an external style', wrap('<style>@import "http://example.com/a.css";</style>')],
    ['an external fill', wrap('<rect fill="url(http://example.com/a.svg#b)"/>')],
    ['an escaped external fill', wrap('<style>rect{fill:u\\72l(http://example.com/a)}</style>')],
    ['a masked script address', wrap('<a href="&#106;avascript:alert(1)"/>')],
    ['a style sheet instruction', `<?xml-stylesheet href="a.css"?>${wrap('')}`],
    ['another base', `${head} xml:base="http://example.com/"></svg>`],
  ])('refuses %s', (_, text) => {
    expect(codeOf(Buffer.from(text))).toBe('unsafe-svg');
  });

  it('refuses encodings in which its words could hide', () => {
    const script = wrap('<script>1</script>');
    expect(codeOf(Buffer.from(`\ufeff${script}`, 'utf16le'))).toBe('unsafe-svg');
    const declared = `<?xml version="1.0" encoding="UTF-7"?>${wrap('')}`;
    expect(codeOf(Buffer.from(declared))).toBe('unsafe-svg');
  });

  it('refuses to parse what is too long', () => {
    expect(codeOf(Buffer.alloc(SVG_LIMIT_BYTES + 1, 32))).toBe('too-large');
  });

  it.each([
    ['references within itself', wrap('<g id="a"/><use href="#a"/><rect fill="url(#a)"/>')],
    ['embedded pictures', wrap('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    ['words that only look like handlers', wrap('<text>turn on = go</text>')],
  ])('accepts %s', (_, text) => {
    expect(safeSvg(Buffer.from(text)).toString()).toBe(text);
  });

  it('takes off the standard DOCTYPE that drawing programs write', async () => {
    const text = `<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
${wrap('<title>caf\u00e9</title><rect width="9" height="9" fill="#00ff00"/>')}`;
    const bytes = Buffer.from(text, 'latin1');
    const safe = safeSvg(bytes).toString('utf8');
    expect(safe).toContain('café');
    expect(safe).not.toMatch(/DOCTYPE|<\?xml/);
    const { raster } = await openPicture(bytes, { longSide: 9 });
    expect([...raster.data.subarray(0, 4)]).toEqual([0, 255, 0, 255]);
  });
});
