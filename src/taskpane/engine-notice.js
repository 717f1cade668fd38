/* Says 请升级 Office where the engine is too old for the bundle. Plain ES5: the old engine itself runs this file. */
/* global document */
(function () {
  'use strict';

  function supported() {
    // The bundle is written for ES2022; these came last, so an engine that has them has the syntax too.
    return (
      typeof Promise !== 'undefined' &&
      typeof Promise.allSettled === 'function' &&
      typeof globalThis !== 'undefined' &&
      typeof Array.prototype.at === 'function' &&
      typeof Object.hasOwn === 'function'
    );
  }

  function show() {
    var notice = document.getElementById('engine-notice');
    if (notice) notice.removeAttribute('hidden');
    var root = document.getElementById('root');
    if (root && root.parentNode) root.parentNode.removeChild(root);
  }

  if (supported()) return;
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
  else show();
})();
