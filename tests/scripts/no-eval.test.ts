import { evalsIn, laxIn } from '../../build/no-eval.cjs';
import { contentSecurityPolicy } from '../../build/content-security-policy.cjs';

const page = (policy: string, body = ''): string =>
  `<html><head><meta http-equiv="Content-Security-Policy" content="${policy}" /><script defer src="a.js"></script></head><body>${body}</body></html>`;

test('the policy of the page lets no inline script and no eval through, wherever office.js comes from', () => {
  for (const officeJs of [
    'office.js',
    '/office-js/office.js',
    'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  ]) {
    const policy = contentSecurityPolicy(officeJs);
    expect(laxIn(page(policy))).toEqual([]);
    expect(/script-src ([^;]*)/.exec(policy)![1]).not.toContain('unsafe');
  }
});

test.each([
  ['an inline script', '<script>alert(1)</script>'],
  ['an inline handler', '<img src="x" onerror="alert(1)">'],
])('a page with %s is no build', (_what, body) => {
  expect(laxIn(page(contentSecurityPolicy('office.js'), body))).toHaveLength(1);
});

test.each([
  ["default-src 'none'; script-src 'self' 'unsafe-inline'"],
  ["default-src 'none'; script-src 'self' 'unsafe-eval'"],
  ["default-src 'none'; script-src *"],
  ["script-src 'self'"],
  [''],
])('a policy such as "%s" is none', (policy) => {
  expect(laxIn(page(policy))).not.toEqual([]);
});

test.each([
  'eval("1")',
  ';eval (x)',
  '(0,eval)("this")',
  'var f=new Function("a","return a")',
  'x||Function("return this")()',
])('a script with %s is no build', (script) => {
  expect(evalsIn(script)).toHaveLength(1);
});

test.each(['isFunction(x)', 'a.eval(x)', 'medieval(x)', 'typeof Function', '_.isFunction(/abc/)'])(
  'a script with %s is one',
  (script) => {
    expect(evalsIn(script)).toEqual([]);
  },
);

test('the two fallbacks of office-js-helpers are known, and nothing beside them', () => {
  const known = [
    'n="object"==typeof self&&self&&self.Object===Object&&self,s=o.a||n||Function("return this")();t.a=s',
    'var r;r=function(){return this}();try{r=r||Function("return this")()||(0,eval)("this")}catch(e){}',
  ];
  for (const script of known) {
    expect(evalsIn(script)).toEqual([]);
    expect(evalsIn(`${script};eval("1")`)).toHaveLength(1);
  }
});
