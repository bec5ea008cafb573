import { bird, bush, house, lamppost, moon, sun, tree } from './outdoors';
import { room, rug, shelf, table, windowOn } from './rooms';
import { box, disc, dots, line, place, shape } from './shapes';
import { backpack, books, boots, cat, coat, foldedClothes, hangingLamp, mug, plant, tableLamp } from './things';

const home = () =>
  box('night', 0, 0, 640, 360) +
  dots('glow', 4, [
    [60, 40],
    [150, 84],
    [240, 34],
    [352, 66],
    [430, 30],
    [596, 100],
    [300, 110],
    [96, 128],
  ]) +
  moon(530, 70, 30) +
  shape('night2', 'M0 216C90 160 200 176 290 206S500 156 640 196V360H0Z') +
  house(-30, 300, 1, { wall: 'd', roof: 'D', height: 120, dark: 'night' }) +
  house(96, 300, 1, { wall: 'B', roof: 'ground', height: 150, width: 104, dark: 'night' }) +
  house(436, 300, 1, { wall: 'E', roof: 'D', height: 142, dark: 'night' }) +
  house(560, 300, 1, { wall: 'd', roof: 'D', height: 112, dark: 'night' }) +
  shape('a', 'M214 300V150L320 72 426 150V300Z') +
  shape('shade', 'M320 72 426 150V300H376V112Z') +
  line('A', 14, 'M200 158 320 70 440 158') +
  box('A', 376, 66, 22, 56) +
  box('w', 238, 158, 70, 72, 5) +
  box('glow', 243, 163, 60, 62) +
  shape('dusk', 'M243 163H262Q266 196 246 225H243ZM303 163H284Q280 196 300 225H303Z') +
  line('w', 5, 'M273 163V225') +
  cat(286, 226, 0.4) +
  box('c', 234, 230, 78, 8, 3) +
  box('B', 346, 190, 54, 110, 6) +
  box('glow', 356, 200, 34, 36, 4) +
  disc('c', 391, 252, 4) +
  shape('glow', 'M346 300H400L436 346H330Z') +
  box('w2', 338, 296, 70, 8, 3) +
  shape('ground', 'M0 300H338L316 346H0ZM408 300H640V360H440Z') +
  shape('j1', 'M0 344H640V360H0Z') +
  plant(424, 304, 0.6, 'c') +
  bush(236, 306, 0.7, 'leaf2') +
  lamppost(92, 346, 0.9, true) +
  tree(540, 320, 0.8, 'leaf2') +
  bush(30, 348, 0.9, 'leaf2');

const goods = () =>
  room(270) +
  rug(320, 322, 520, 66, 'wall2') +
  windowOn(520, 50, 84, 130) +
  shelf(36, 74, 448) +
  foldedClothes(84, 74, 0.9, ['e', 'w', 'b', 'c']) +
  foldedClothes(152, 74, 0.9, ['a', 'd', 'w2']) +
  backpack(232, 71, 0.56, 'b') +
  backpack(290, 71, 0.56, 'a') +
  foldedClothes(356, 74, 0.9, ['c', 'b', 'w']) +
  plant(436, 74, 0.6) +
  box('wood2', 44, 112, 434, 12, 6) +
  coat(92, 124, 0.9, 'b') +
  coat(176, 124, 0.9, 'c') +
  coat(260, 124, 0.9, 'e') +
  coat(344, 124, 0.9, 'a') +
  coat(428, 124, 0.9, 'd') +
  box('wood', 40, 282, 442, 16, 6) +
  line('wood2', 12, 'M70 300V338M452 300V338') +
  boots(104, 338, 0.8, 'A') +
  boots(196, 338, 0.8, 'D') +
  boots(290, 338, 0.64, 'C') +
  boots(366, 338, 0.8, 'B') +
  backpack(556, 334, 1.1, 'c') +
  foldedClothes(420, 283, 0.8, ['w', 'a', 'w2']);

const law = () =>
  room(268) +
  windowOn(248, 30, 144, 178) +
  shape('b', 'M212 16H262Q262 120 226 214H212ZM428 16H378Q378 120 414 214H428Z') +
  line('wood2', 8, 'M200 16H440') +
  box('wood2', 34, 40, 132, 228, 5) +
  box('wall2', 44, 50, 112, 62) +
  box('wall2', 44, 122, 112, 62) +
  box('wall2', 44, 194, 112, 66) +
  books(50, 112, ['a', 'd', 'c', 'b', 'e', 'w2']) +
  books(50, 184, ['d', 'd', 'd', 'a', 'a', 'a']) +
  books(50, 260, ['b', 'c', 'w2', 'e']) +
  box('wood2', 486, 66, 100, 76, 4) +
  box('w', 494, 74, 84, 60) +
  line('hill2', 5, 'M510 116Q526 88 540 108T564 92') +
  rug(320, 330, 470, 54, 'a') +
  place(
    0,
    0,
    1,
    line('wood2', 10, 'M146 250 136 340M224 262V344M146 252V190') +
      box('d', 128, 176, 20, 84, 9) +
      box('d', 130, 244, 100, 18, 9),
  ) +
  place(
    640,
    0,
    1,
    line('wood2', 10, 'M146 250 136 340M224 262V344M146 252V190') +
      box('c', 128, 176, 20, 84, 9) +
      box('c', 130, 244, 100, 18, 9),
    -1,
  ) +
  table(206, 226, 228, 112) +
  tableLamp(252, 226, 0.9, 'b') +
  shape('w', 'M300 226 306 216H362L368 226Z') +
  line('w2', 2, 'M314 220H350') +
  mug(404, 226, 0.76, 'a', true) +
  plant(546, 276, 1.1, 'b') +
  hangingLamp(100, 8, 0.6, 'c');

const start = () =>
  box('night', 0, 0, 640, 360) +
  box('night2', 0, 300, 640, 60) +
  shape('w', 'M206 26H434V310H206Z') +
  box('dusk', 218, 38, 204, 272) +
  sun(322, 148, 46) +
  shape('hill', 'M218 190Q270 148 322 182T422 168V310H218Z') +
  shape('hill2', 'M218 226Q300 196 422 222V310H218Z') +
  shape(
    'path',
    'M316 204C286 220 364 232 336 254 320 268 280 280 262 310H392C390 280 360 268 366 250 372 228 326 220 326 204Z',
  ) +
  tree(252, 262, 0.5) +
  tree(400, 252, 0.4, 'leaf2') +
  bird(276, 84, 0.8) +
  bird(300, 98, 0.6) +
  shape('glow', 'M218 310H422L520 360H120Z') +
  shape('a', 'M434 26 548 0V360L434 312Z') +
  shape('A', 'M452 52 530 36V150L452 152ZM452 176 530 182V318L452 288Z') +
  disc('c', 450, 186, 7) +
  box('night2', 60, 70, 96, 76, 4) +
  box('d', 68, 78, 80, 60) +
  shape('leaf2', 'M68 138Q96 96 118 120T148 112V138Z') +
  box('wood2', 40, 214, 128, 10, 4) +
  line('wood2', 8, 'M58 224V316M150 224V316') +
  plant(74, 214, 0.8, 'c') +
  backpack(124, 312, 0.8, 'c') +
  boots(176, 330, 0.7, 'a') +
  coat(598, 120, 1, 'b') +
  line('wood2', 8, 'M572 112H640');

export const fundraiserScenes = {
  'fundraiser-home': home,
  'fundraiser-goods': goods,
  'fundraiser-law': law,
  'fundraiser-start': start,
};
