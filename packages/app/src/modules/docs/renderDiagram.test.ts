import { toSafeSvg, withoutHtml } from './renderDiagram';

describe('toSafeSvg', () => {
  it('keeps a drawing, for the eyes only', () => {
    const drawing = toSafeSvg(
      '<svg viewBox="0 0 1 1" role="graphics-document" aria-roledescription="flowchart"><title>Stroom</title><g class="node"><path d="M0 0"/><text>A</text></g></svg>',
    );
    expect(drawing?.getAttribute('viewBox')).toBe('0 0 1 1');
    expect(drawing?.querySelector('path')?.getAttribute('d')).toBe('M0 0');
    expect(drawing?.textContent).toBe('StroomA');
    expect(drawing?.hasAttribute('role')).toBe(false);
    expect(drawing?.getAttribute('aria-hidden')).toBe('true');
  });

  it('keeps nothing that could run, load or lead away', () => {
    const drawing = toSafeSvg(
      `<svg onload="alert(1)"><script>alert(1)</script>
        <a href="javascript:alert(1)"><text onclick="alert(1)">x</text></a>
        <image href="https://evil.example/x"/><use href="https://evil.example/x#y"/>
        <foreignObject><iframe src="https://evil.example"></iframe><img src="x" onerror="alert(1)"></foreignObject>
        <animate attributeName="href" to="javascript:alert(1)"/></svg>`,
    );
    expect(drawing?.outerHTML).not.toMatch(
      /script|alert|evil|href=|onload|onclick|onerror|iframe|foreignObject/i,
    );
  });

  it('takes nothing for a drawing that is none', () => {
    expect(toSafeSvg('<div>x</div>')).toBeUndefined();
  });
});

describe('withoutHtml', () => {
  it.each([
    ['A["<img src=x onerror=alert(1)>"]', 'A["‹img src=x onerror=alert(1)>"]'],
    ['A["<<img src=x>>"]', 'A["<‹img src=x>>"]'],
    ['A["&lt;img src=x&gt;"]', 'A["‹img src=x&gt;"]'],
    ['A["#lt;img#gt; #60;b &#60;b &#x3C;b"]', 'A["‹img#gt; ‹b ‹b ‹b"]'],
    ['A["</text><!--"]', 'A["‹/text>‹!--"]'],
  ])('makes text of %s', (source, text) => {
    expect(withoutHtml(source)).toBe(text);
  });

  it.each([
    'A["regel<br/>regel"] <--> B',
    'class Dienst { <<interface>> }\nDier <|-- Hond',
    'state keuze <<choice>>',
    'A->>B: 1 < 2',
  ])('leaves %s', source => {
    expect(withoutHtml(source)).toBe(source);
  });
});
