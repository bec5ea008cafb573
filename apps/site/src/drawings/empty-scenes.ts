import { bird, bush, cloud, hills, sun, tree } from './outdoors';
import { box, line, place, shape } from './shapes';
import { cat, mug, plant } from './things';

/** A bench under a tree: no events. */
const emptyBench = () =>
  box('sky', 0, 0, 640, 360) +
  sun(150, 92, 42) +
  cloud(500, 70, 1.1) +
  cloud(330, 112, 0.7) +
  hills(176) +
  shape('leaf2', 'M0 292Q320 262 640 292V360H0Z') +
  shape('path', 'M0 330Q320 300 640 330V352Q320 322 0 352Z') +
  tree(452, 300, 1.7) +
  tree(96, 262, 0.7, 'leaf2') +
  tree(150, 254, 0.5) +
  box('wood2', 232, 272, 10, 56, 3) +
  box('wood2', 378, 272, 10, 56, 3) +
  box('wood', 220, 236, 180, 14, 5) +
  box('wood', 220, 256, 180, 14, 5) +
  box('wood', 212, 284, 196, 14, 5) +
  place(
    350,
    233,
    1,
    shape('a', 'M-16 0Q-18-16-4-20-2-28 6-28 14-28 14-20L20-18 14-15Q14 0 0 2L-26 4Z') + line('j1', 2, 'M-4 2V8M3 2V8'),
  ) +
  bird(250, 60) +
  bird(284, 76, 0.7);

/** A signpost at a fork: no results. */
const emptySignpost = () =>
  box('dusk', 0, 0, 640, 360) +
  sun(468, 130, 46) +
  bird(140, 66) +
  bird(176, 84, 0.7) +
  hills(158) +
  shape(
    'path',
    'M262 360C276 320 300 306 250 276 210 252 120 262 96 238L120 232C160 248 256 236 308 276 350 240 440 250 500 222L524 230C470 262 372 262 350 296 340 316 372 330 384 360Z',
  ) +
  tree(70, 262, 0.6) +
  tree(556, 258, 0.8, 'leaf2') +
  tree(606, 276, 1) +
  line('wood2', 13, 'M322 322V84') +
  shape('a', 'M326 100H426L450 121 426 142H326Z') +
  shape('b', 'M318 150H214L190 171 214 192H318Z') +
  shape('c', 'M326 200H400L420 217 400 234H326Z') +
  line('w', 5, 'M346 121H412M228 171H296M344 217H384') +
  bush(312, 330, 0.7) +
  bush(30, 360, 1.2) +
  bush(500, 364, 1);

/** A cat and a cup on a window sill: all done. */
const emptySill = () =>
  box('wall', 0, 0, 640, 360) +
  box('w', 112, 16, 416, 268, 6) +
  box('dusk', 126, 30, 388, 240) +
  sun(400, 150, 46) +
  shape('hill', 'M126 196Q220 140 320 186T514 168V270H126Z') +
  shape('hill2', 'M126 232Q280 196 514 228V270H126Z') +
  bird(230, 84, 0.9) +
  bird(262, 98, 0.7) +
  line('w', 8, 'M320 30V270') +
  shape('b', 'M92 0H184Q186 150 116 246H92ZM548 0H456Q454 150 524 246H548Z') +
  shape('shade', 'M92 0H120Q124 130 104 246H92ZM548 0H520Q516 130 536 246H548Z') +
  line('wood2', 10, 'M70 6H570') +
  box('wood', 70, 270, 500, 24, 8) +
  box('wood2', 84, 294, 472, 12, 4) +
  cat(262, 272, 1.15) +
  mug(380, 270, 1.2, 'a', true) +
  plant(462, 270, 1, 'c') +
  place(0, 0, 1, box('d', 142, 254, 70, 16, 4) + box('e', 148, 238, 62, 16, 4));

export const emptyScenes = {
  'empty-bench': emptyBench,
  'empty-signpost': emptySignpost,
  'empty-sill': emptySill,
};
