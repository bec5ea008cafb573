export * from './axe.js';
export * from './chromium.js';
export * from './screenshots.js';
export * from './volunteer.js';
