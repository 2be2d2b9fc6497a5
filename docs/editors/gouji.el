;;; gouji.el --- Gouji in Emacs, through Eglot  -*- lexical-binding: t -*-

;; Set the path of the server and load this file from init.el:
;;
;;   (setq gouji-server "/path/to/gouji/dist/server.js")
;;   (load "/path/to/gouji/docs/editors/gouji.el")
;;
;; Then M-x eglot in a report.  Files of the usual names open in `gouji-mode'; for any other text: M-x gouji-mode.

(defvar gouji-server nil
  "Where dist/server.js of Gouji lies.")

(define-derived-mode gouji-mode text-mode "年报"
  "Major mode for 政府信息公开工作年度报告."
  ;; Columns are tabs, and a tab behind the last number is an empty cell.
  (setq-local indent-tabs-mode t)
  (setq-local require-final-newline nil))

(put 'gouji-mode 'eglot-language-id "gov-report")

(add-to-list 'auto-mode-alist '("\\.nb\\.txt\\'" . gouji-mode))
(add-to-list 'auto-mode-alist '("信息公开.*\\(?:年度报告\\|年报\\|工作报告\\).*\\.txt\\'" . gouji-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons 'gouji-mode (lambda (&rest _) (list "node" gouji-server "--stdio")))))

(provide 'gouji)
;;; gouji.el ends here
