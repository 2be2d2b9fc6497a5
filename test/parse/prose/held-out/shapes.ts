// Sentence shapes filled from a random table. `[topic]` stands for a number with the readings of that topic.

export const ZERO_SHAPES: readonly string[] = [
  '全年未收到政府信息公开申请。',
  '本年度没有收到公民、法人或者其他组织提出的政府信息公开申请。',
  '年内尚未接到政府信息公开申请。',
  '本年度无依申请公开政府信息事项。',
];

export const SHAPES: readonly string[] = [
  '全年收到政府信息公开申请[received]件，办结[done]件。',
  '新收政府信息公开申请[new]件，上年结转[carriedIn]件，办结[done]件，结转下年度[carriedOut]件。',
  '本年度共受理政府信息公开申请[received]件。',
  '收办政府信息公开申请[receivedAll]件，答复[done]件，结转下一年度继续办理[carriedOut]件。',
  '累计收到依申请公开[received]件，其中自然人申请[natural]件，法人或其他组织申请[organisations]件。',
  '[received]件政府信息公开申请均已登记，[carriedOut]件申请结转下年度继续办理。',
  '共接到政府信息公开申请[received]条，已答复[done]条。',
  '上年度结转政府信息公开申请[carriedIn]件。',
  '在办政府信息公开申请[carriedOut]件。',
  '办结政府信息公开申请[done]件，其中予以公开[granted]件、部分公开[partial]件、不予公开[refused]件、无法提供[unavailable]件、不予处理[declined]件、其他处理[otherwise]件。',
  '办结政府信息公开申请[done]件，其中予以公开[granted]件、部分公开[partial]件、不予公开[refused]件、无法提供[unavailable]件、不予处理[declined]件、其他处理[otherwise2019]件。',
  '政府信息公开申请予以公开[granted]件，部分公开[partial]件。',
  '政府信息公开申请不予公开[refused]件；无法提供[unavailable]件。',
  '政府信息公开申请中，予以公开[granted]件，占[share.granted]%。',
  '政府信息公开申请办结率[rate.done]%。',
  '本机关不掌握相关政府信息[not-held]件，重复申请[repeat]件。',
  '政府信息公开行政复议[review]件，行政诉讼[litigation]件。',
  '因政府信息公开引发行政复议案件[review]件，其中结果维持[review.upheld]件、结果纠正[review.corrected]件、其他结果[review.other]件、尚未审结[review.pending]件。',
  '政府信息公开行政诉讼[litigation]件，其中未经复议直接起诉[direct]件，复议后起诉[after]件。',
  '本年制发行政规范性文件[normative.made]件，废止[normative.repealed]件，现行有效[normative.effective]件。',
  '现行有效行政规范性文件[normative.effective]件。',
  '全年作出行政许可决定[licences]件，行政处罚决定[penalties]件，行政强制决定[coercion]件。',
  '作出行政处罚决定[penalties]件。',
  '行政事业性收费[fees]万元。',
];
