"""Makes the files under ``frameworks/`` from fact sheets: ``python -m tools.definitions FACTS_DIR frameworks``.

Same fact sheets, same bytes. Needs opencc for the traditional Chinese titles; nothing else of the house does.
"""
