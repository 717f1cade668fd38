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
    if (notice) {
      notice.removeAttribute('hidden');
      notice.style.cssText =
        'margin:16px;font:14px/1.5 "Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif';
      var titles = notice.getElementsByTagName('h1');
      for (var at = 0; at < titles.length; at += 1) titles[at].style.fontSize = '20px';
    }
    var root = document.getElementById('root');
    if (root && root.parentNode) root.parentNode.removeChild(root);
  }

  if (supported()) return;
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
  else show();
})();
