// Names of columns that people add to a table of the form.

/** By their Han characters. */
export const ADDED =
  /^(?:备注|说明|附注|.{0,8}小计|法人合计|占比|占比情况|所占比例|比例|比重|百分比|.{0,6}同比.{0,4}|上年.{0,8}|上一年.{0,4}|去年.{0,6}|年(?:总计|合计|数)|校验|核对|检查|审核|差额|增减.{0,3})$/u;
/** Numbers of lines and codes: they say nothing of the figures, and nobody is bothered with them. */
export const SILENT = /^(?:行次|行号|栏次|代码|编码|编号|序号)$/u;
