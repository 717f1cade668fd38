import { decodeXml, encodeXml, escapeCellText, unescapeCellText, unescapeXml, XmlFault } from './text';
import { attribute, findElement, findElements, inner, replaceElements, withAttribute } from './tags';

describe('text', () => {
  test('entities are resolved, what is none stays', () => {
    expect(unescapeXml('&amp;lt; &#27719;&#x603B; &quot;&apos; &foo; &')).toBe('&lt; 汇总 "\' &foo; &');
  });

  test('UTF-16 is read, and written as UTF-8', () => {
    const utf16 = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>汇总</a>', 'utf16le');
    const text = decodeXml(new Uint8Array(utf16));
    expect(text).toBe('<?xml version="1.0" encoding="UTF-16"?><a>汇总</a>');
    expect(new TextDecoder().decode(encodeXml(text))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><a>汇总</a>',
    );
  });

  test('the declared encoding is used, what is no text in it is refused', () => {
    const gbk = new Uint8Array([
      ...Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'),
      0xbb,
      0xe3,
      0xd7,
      0xdc,
    ]);
    expect(decodeXml(gbk)).toBe('<?xml version="1.0" encoding="GBK"?><a>汇总');
    expect(() => decodeXml(new Uint8Array([0x3c, 0xbb, 0xe3]))).toThrow(XmlFault);
  });

  test('comments go and CDATA becomes text', () => {
    const text = decodeXml(new TextEncoder().encode('<t><!-- <c> --><![CDATA[a < b & "c"]]></t>'));
    expect(text).toBe('<t>a &lt; b &amp; &quot;c&quot;</t>');
  });

  test.each([
    'a\tb\nc',
    '\u0000\u0001\u000b\u001f\ufffe',
    '_x0041_',
    '_x005F_x0041_',
    '😀<>&"',
    '\ud800x',
    'x\udc00',
  ])('cell text %j comes back as it was', (text) => {
    const written = escapeCellText(text);
    expect(unescapeCellText(unescapeXml(written))).toBe(text);
  });
});

describe('tags', () => {
  const XML = '<x:a><x:row r="1" note="a > b"/><x:row r=\'2\'><x:c/></x:row><rows/></x:a>';

  test('elements are found whatever their prefix, and no longer names', () => {
    const rows = findElements(XML, 'row');
    expect(rows.map((row) => [attribute(row.tag, 'r'), inner(XML, row)])).toEqual([
      ['1', ''],
      ['2', '<x:c/>'],
    ]);
    expect(findElement(XML, 'ro')).toBeNull();
  });

  test('attributes are told apart by their whole name', () => {
    expect(attribute('<c xr="1" r="A1" r:id="3"/>', 'r')).toBe('A1');
    expect(attribute('<c xr="1"/>', 'r')).toBeNull();
  });

  test('attributes are set, replaced and taken away', () => {
    expect(withAttribute('<c r="A1"/>', 's', '"5"')).toBe('<c r="A1" s="&quot;5&quot;"/>');
    expect(withAttribute('<c r="A1">', 'r', 'B$2')).toBe('<c r="B$2">');
    expect(withAttribute('<c r="A1" t="s">', 't', null)).toBe('<c r="A1">');
  });

  test('elements are replaced in place', () => {
    expect(replaceElements(XML, 'row', (_, { tag }) => `[${attribute(tag, 'r')}]`)).toBe(
      '<x:a>[1][2]<rows/></x:a>',
    );
  });
});
