import type { WebpackPluginInstance } from 'webpack';

export declare const noEval: WebpackPluginInstance;
export declare function evalsIn(script: string): string[];
export declare function laxIn(page: string): string[];
