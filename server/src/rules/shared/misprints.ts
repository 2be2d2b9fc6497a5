// Misprints of fixed phrases of reports, data only; right words are never part of a wrong one.
//
// `published`: seen in a report that was published. `shape`: a character for one that looks like it, as scans and PDF
// readers give it. `sound`: one that sounds like it, as input methods give it. `doubled`, `lost`: written twice, left out.

type MisprintSource = 'published' | 'shape' | 'sound' | 'doubled' | 'lost';

export interface Misprint {
  readonly wrong: string;
  readonly right: string;
  readonly source: MisprintSource;
}

const of = (source: MisprintSource, pairs: readonly (readonly [wrong: string, right: string])[]): readonly Misprint[] =>
  pairs.map(([wrong, right]) => ({ wrong, right, source }));

export const MISPRINTS: readonly Misprint[] = [
  ...of('published', [
    ['乡乡人民政府', '乡人民政府'],
    ['其进他需要', '其他需要'],
    ['改情况,其进他', '改进情况，其他'],
    ['不子公开', '不予公开'],
  ]),
  ...of('shape', [
    ['政府信患公开', '政府信息公开'],
    ['依申清公开', '依申请公开'],
    ['公开申清', '公开申请'],
    ['公开条列', '公开条例'],
    ['不予处里', '不予处理'],
    ['不子处理', '不予处理'],
    ['政府信总公开', '政府信息公开'],
    ['政府倌息公开', '政府信息公开'],
    ['依中请公开', '依申请公开'],
    ['依申情公开', '依申请公开'],
    ['公开申情', '公开申请'],
    ['行政诉松', '行政诉讼'],
    ['行政诉论', '行政诉讼'],
    ['行政夏议', '行政复议'],
    ['行政复义', '行政复议'],
    ['规范性文伴', '规范性文件'],
    ['规范性文性', '规范性文件'],
    ['结转下年渡', '结转下年度'],
    ['公开指男', '公开指南'],
    ['主动公幵', '主动公开'],
    ['信息公幵', '信息公开'],
    ['政务公幵', '政务公开'],
    ['信息处里费', '信息处理费'],
    ['社会公义组织', '社会公益组织'],
    ['政府门户网占', '政府门户网站'],
  ]),
  ...of('sound', [
    ['行政复意', '行政复议'],
    ['行政复仪', '行政复议'],
    ['行政覆议', '行政复议'],
    ['部份公开', '部分公开'],
    ['予已公开', '予以公开'],
    ['不于公开', '不予公开'],
    ['结转下年底', '结转下年度'],
    ['勾嵇关系', '勾稽关系'],
  ]),
  ...of('doubled', [
    ['镇镇人民政府', '镇人民政府'],
    ['县县人民政府', '县人民政府'],
    ['政府信息公公开', '政府信息公开'],
    ['政府信息信息公开', '政府信息公开'],
    ['政府信息公开公开', '政府信息公开'],
    ['依申请公公开', '依申请公开'],
    ['主动公公开', '主动公开'],
    ['行政诉诉讼', '行政诉讼'],
    ['行政诉讼讼', '行政诉讼'],
    ['年度度报告', '年度报告'],
    ['年年度报告', '年度报告'],
    ['规范性文件件', '规范性文件'],
    ['法律服务机机构', '法律服务机构'],
  ]),
  ...of('lost', [
    ['政府信公开', '政府信息公开'],
    ['政府息公开', '政府信息公开'],
    ['依申公开', '依申请公开'],
  ]),
];
