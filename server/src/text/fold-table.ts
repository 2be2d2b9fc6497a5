// Character folding as data; `fold.ts` applies it. Sources: Unicode's Kangxi and CJK radical charts, corrected for simplified
// text (NFKC gives 戶 for ⼾, and nothing for most of the supplement).

/** Targets of U+2F00…U+2FD5 in order. NFKC would give 戶 for ⼾ and traditional forms for ⾨, ⻋ and their like. */
export const KANGXI_TARGETS =
  '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴' +
  '廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿' +
  '目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾见角言谷豆豕豸贝赤走足身车辛辰辵' +
  '邑酉釆里金长门阜隶隹雨青非面革韦韭音页风飞食首香马骨高髟斗鬯鬲鬼鱼鸟卤鹿麦麻黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠';

/** The CJK Radicals Supplement has no compatibility mapping but two: source and target alternate. */
export const RADICAL_PAIRS =
  '⺁厂⺃乙⺄乙⺅亻⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬' +
  '⺤爫⺥爫⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糸⺰纟⺲罒⺳罒⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹' +
  '⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风' +
  '⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟';

/** Quotes, brackets and points that differ only in width or style; source and target alternate. */
export const PUNCTUATION_PAIRS = '“"”"„"‟"〝"〞"＂"‘\'’\'‚\'‛\'＇\'﹙(﹚)⁽(⁾)❨(❩)﹐,﹒.﹔;﹕:﹖?﹗!﹪%﹢+﹣-﹤<﹥>﹦=﹨\\︰:';

/** Spaces that are not U+0020, tab or a line break. */
export const SPACES = '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

/** Marks that turn the direction of writing, or steer how letters join; a Chinese text has no use for any. */
export const INVISIBLE = '\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u180e';

/** Characters without width, all folded to U+200B: matching skips them, offsets keep them. */
export const ZERO_WIDTH = '\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad' + INVISIBLE;

/** Control characters that text carries by accident; they read as a space. Form feeds stay: they end pages. */
export const CONTROL_SPACES = '\u0000\u000b\u0085\u2028\u2029';
