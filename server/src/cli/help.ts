// What does `gouji --help` print?

export const HELP = `勾稽：检查政府信息公开工作年度报告

用法
  gouji check 路径… | -      检查文件或文件夹，- 表示标准输入
  gouji parse 路径… | -      输出读取的结构和每一格，不检查

检查文件夹中的 .txt .md .html .htm 文件，不是年报的跳过。
同一文件夹的 .gouji.json 中设为不再提示的问题不列出。
文件可以是 UTF-8、GB18030（GBK、GB2312）或带标记的 UTF-16。

选项
  --format 格式         pretty（终端默认）、ndjson（非终端默认）、json、sarif、github、junit
  --fix                 改正排版（全角数字、分隔符、部首字符等），不改数
  --fail-on 级别        达到该级别的问题使退出状态为 1：error（默认）、warning、never
  --rule 规则=级别      调整一条规则：off、hint、information、warning、error，可写多次
                        规则编号写在每个问题的末尾
  --files-from 文件     从文件读取路径，每行一个，- 表示标准输入
  --jobs 数目           同时使用的线程数，默认为处理器核心数，最多 4
  --time-limit 秒       一个文件最多检查多少秒，默认 20，超过的按无法读取处理
  -h, --help            显示说明
  -V, --version         显示版本
  --                    其后的都是路径，即使以 - 开头

示例
  gouji check 年报                          检查文件夹“年报”
  gouji check --format ndjson 年报 > 结果   每份年报一行 JSON
  gouji check --fix 草稿.txt                改正排版，再列出其余问题
  gouji check --rule term=off 草稿.txt      不检查用语

退出状态
  0  没有 --fail-on 级别及以上的问题
  1  有 --fail-on 级别及以上的问题
  2  用法有误，或有文件无法读取、写入或超过时限（其余文件照常检查）
  130  检查中按 Ctrl-C 中断，已检查的照常列出
`;
