// What does `gouji --help` print?

export const HELP = `勾稽：检查政府信息公开工作年度报告

用法
  gouji check 路径… | -      检查文件或文件夹，- 表示标准输入
  gouji parse 路径… | -      读出报告的结构和每一格，不检查

文件夹中的 .txt .md .html .htm 文件都会查到，不是年度报告的略过。
同一文件夹的 .gouji.json 里写明不再报告的问题，不再列出。
文件可以是 UTF-8、GB18030（GBK、GB2312）或带标记的 UTF-16。

选项
  --format 格式         pretty（终端默认）、ndjson（非终端默认）、json、sarif、github、junit
  --fix                 改正版面问题（全角数字、分隔符、部首字符等），不改动任何数值
  --fail-on 级别        发现哪一级问题时以 1 退出：error（默认）、warning、never
  --rule 规则=级别      调整一条规则：off、hint、information、warning、error，可写多次
                        规则名写在每条问题的末尾
  --files-from 文件     从文件读取路径，每行一个，- 表示标准输入
  --jobs 数目           同时使用的线程数，默认为处理器核心数，最多 4
  --time-limit 秒       一个文件最多检查多少秒，默认 20，超过的按无法读取处理
  -h, --help            显示说明
  -V, --version         显示版本
  --                    其后的都是路径，即使以 - 开头

示例
  gouji check 年报                          检查文件夹“年报”中的全部报告
  gouji check --format ndjson 年报 > 结果   每份报告一行 JSON
  gouji check --fix 草稿.txt                改正版面问题，再列出其余的
  gouji check --rule term=off 草稿.txt      不提用语问题

退出状态
  0  没有达到 --fail-on 级别的问题
  1  有这样的问题
  2  用法有误，或有文件无法读取、写入或超过时限（其余文件照常检查）
  130  检查中按了 Ctrl-C，已查完的照常列出
`;
