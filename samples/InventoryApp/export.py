"""Prints the app's OpenAPI document:  python3 export.py > inventory.openapi.json"""
import json
import sys

from app import app

json.dump(app.openapi(), sys.stdout, indent=2, ensure_ascii=False)
print()
