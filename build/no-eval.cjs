/**
 * Has a build fail that holds what the policy of the pane's page would refuse: eval and its like, inline scripts, a
 * policy that lets them through.
 */
const { Compilation, WebpackError } = require('webpack');

/**
 * How office-js-helpers looks for the global object. Neither is reached: every engine that runs the bundle has `self`,
 * and a function called plainly has a `this` there, since that chunk is not strict. Were one reached after all, the
 * policy would refuse it, and the second has a `catch` for that.
 */
const NEVER_REACHED = [
  /"==typeof self&&self&&self\.Object===Object&&self,\w=\w\.a\|\|\w\|\|Function\("return this"\)\(\)/g,
  /function\(\)\{return this\}\(\);try\{(\w)=\1\|\|Function\("return this"\)\(\)\|\|\(0,eval\)\("this"\)\}catch/g,
];

const EVAL = /(?<![\w$.])(?:eval|Function)\s*\(|\(\s*\d+\s*,\s*eval\s*\)/g;

/** What in a script would run text as code, with what stands around it. */
function evalsIn(script) {
  const rest = NEVER_REACHED.reduce((text, known) => text.replace(known, ''), script);
  return [...rest.matchAll(EVAL)].map(({ index }) => rest.slice(Math.max(0, index - 30), index + 40));
}

/** What in a page would need a laxer policy than it has, or makes it a lax one. */
function laxIn(page) {
  const policy = /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(page)?.[1] ?? '';
  const scripts = /(?:^|; )script-src ([^;]*)/.exec(policy)?.[1] ?? '';
  return [
    ...(scripts === '' || /unsafe-|\*|data:|blob:/.test(scripts) ? [`script-src ${scripts}`] : []),
    ...(/default-src 'none'/.test(policy) ? [] : ["no default-src 'none'"]),
    ...(page.match(/<script(?![^>]*\ssrc=)[^>]*>/g) ?? []),
    ...(page.match(/<[^>]*\son\w+\s*=[^>]*>/g) ?? []),
  ];
}

const noEval = {
  apply(compiler) {
    compiler.hooks.compilation.tap('no-eval', (compilation) => {
      // After everything that writes into the files.
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'no-eval', stage }, (assets) => {
        for (const [name, source] of Object.entries(assets)) {
          const isScript = name.endsWith('.js');
          if (!isScript && !name.endsWith('.html')) continue;
          const text = String(source.source());
          for (const fault of isScript ? evalsIn(text) : laxIn(text))
            compilation.errors.push(
              new WebpackError(`${name}: the content security policy refuses ${fault}`),
            );
        }
      });
    });
  },
};

module.exports = { noEval, evalsIn, laxIn };
